--liquibase formatted sql

--changeset plugin:031-exchange
create sequence exchange_seq start with 1 increment by 50;

create table exchange
(
    id               bigint        not null primary key,
    seller_id        bigint        not null,
    connection_id    bigint        not null comment 'without a foreign key: what was said stays readable when the connection is gone',
    at               datetime(6)   not null,
    reference        varchar(100)  character set utf8mb4 collate utf8mb4_bin comment 'the order or parcel it was about',
    method           varchar(20)   character set utf8mb4 collate utf8mb4_bin not null,
    url              varchar(2000) not null,
    status           int comment 'null: no answer came',
    millis           bigint        not null,
    request_headers  mediumtext    not null,
    request_body     mediumtext    not null,
    response_headers mediumtext    not null,
    response_body    mediumtext    not null,
    failure          varchar(1000),
    constraint exchange_seller foreign key (seller_id) references seller (id) on delete cascade,
    index exchange_newest (connection_id, id) comment 'the newest exchanges of a connection',
    index exchange_about (seller_id, reference, id) comment 'the exchanges about an order or parcel',
    index exchange_old (seller_id, at) comment 'which are older than they may be kept?'
);

--changeset plugin:031-rate-bucket
create table rate_bucket
(
    connection_id bigint      not null primary key,
    tokens        double      not null comment 'how many requests may go out at once; below zero: how many wait',
    at            datetime(6) not null comment 'when they were counted, by the database''s clock'
);
