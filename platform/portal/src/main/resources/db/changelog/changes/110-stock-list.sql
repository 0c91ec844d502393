--liquibase formatted sql

--changeset stock:110-alarm
alter table stock_level
    add column low_at int comment 'the alarm: so many left to sell, or fewer; null: the seller''s own default';

create table stock_alarm
(
    seller_id bigint not null primary key,
    version   int    not null,
    low_at    int    not null comment 'for every SKU that has none of its own',
    constraint stock_alarm_seller foreign key (seller_id) references seller (id)
);

--changeset stock:110-import
create sequence stock_import_seq start with 1 increment by 1;
create sequence stock_import_row_seq start with 1 increment by 50;

create table stock_import
(
    id          bigint       not null primary key,
    seller_id   bigint       not null,
    version     int          not null,
    note        varchar(200) not null comment 'why, as it stands with each movement',
    actor_kind  varchar(10)  character set utf8mb4 collate utf8mb4_bin not null,
    actor_id    bigint,
    actor_name  varchar(120) not null,
    total       int          not null,
    done        int          not null,
    begun_at    datetime(6)  not null,
    finished_at datetime(6),
    constraint stock_import_of unique (seller_id, id),
    constraint stock_import_seller foreign key (seller_id) references seller (id),
    index stock_import_open (finished_at, seller_id) comment 'which lists are being written?'
);

create table stock_import_row
(
    id        bigint       not null primary key,
    seller_id bigint       not null,
    import_id bigint       not null,
    sku       varchar(120) character set utf8mb4 collate utf8mb4_bin not null,
    on_hand   int          not null,
    low_at    int,
    constraint stock_import_row_of foreign key (seller_id, import_id) references stock_import (seller_id, id),
    index stock_import_row_next (import_id, id) comment 'what is still to be written, in the order of the list'
) comment 'a row goes in the transaction that writes its count';
