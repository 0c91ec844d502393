--liquibase formatted sql

--changeset job:022-batch
create sequence batch_seq start with 1 increment by 50;
create sequence batch_row_seq start with 1 increment by 50;

create table batch
(
    id          bigint       not null primary key,
    version     int          not null,
    kind        varchar(60)  character set utf8mb4 collate utf8mb4_bin not null,
    title       varchar(200) not null,
    parameters  longtext     not null check (json_valid(parameters)),
    actor_kind  varchar(10)  character set utf8mb4 collate utf8mb4_bin not null,
    actor_id    bigint,
    actor_name  varchar(120) not null,
    state       varchar(10)  character set utf8mb4 collate utf8mb4_bin not null,
    round       int          not null,
    started_at  datetime(6)  not null,
    finished_at datetime(6)
);

create table batch_row
(
    id             bigint       not null primary key,
    version        int          not null,
    seller_id      bigint       not null,
    batch_id       bigint       not null,
    position       int          not null,
    subject_id     bigint       not null,
    label          varchar(120) not null,
    lane           varchar(60)  character set utf8mb4 collate utf8mb4_bin not null,
    state          varchar(10)  character set utf8mb4 collate utf8mb4_bin not null,
    round          int          not null,
    attempt        int          not null,
    code           varchar(60)  character set utf8mb4 collate utf8mb4_bin,
    text           varchar(1000),
    fix            varchar(1000),
    result         varchar(1000),
    price_amount   decimal(12, 2),
    price_currency char(3),
    constraint batch_row_position unique (batch_id, position) comment 'the rows of a batch, in order',
    index batch_row_state (batch_id, state, position) comment 'which rows wait, run or failed? and how many?',
    index batch_row_subject (subject_id, state) comment 'which row waits to hear about this order?',
    constraint batch_row_batch foreign key (batch_id) references batch (id) on delete cascade,
    constraint batch_row_seller foreign key (seller_id) references seller (id)
);
