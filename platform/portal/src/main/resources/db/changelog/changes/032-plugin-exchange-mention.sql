--liquibase formatted sql

--changeset plugin:032-exchange-mention
create sequence exchange_mention_seq start with 1 increment by 50;

create table exchange_mention
(
    id                 bigint       not null primary key,
    seller_id          bigint       not null,
    order_reference    varchar(120) character set utf8mb4 collate utf8mb4_bin not null comment 'an order that was spoken of',
    exchange_reference varchar(100) character set utf8mb4 collate utf8mb4_bin not null comment 'the exchanges that spoke of it',
    at                 datetime(6)  not null,
    constraint exchange_mention_seller foreign key (seller_id) references seller (id) on delete cascade,
    index exchange_mention_order (seller_id, order_reference) comment 'which exchanges speak of an order?',
    index exchange_mention_old (seller_id, at) comment 'which are older than they may be kept?'
);
