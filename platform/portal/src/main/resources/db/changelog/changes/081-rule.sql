--liquibase formatted sql

--changeset rule:081-rule
create sequence rule_version_seq start with 1 increment by 50;
create table rule_version
(
    id            bigint       not null primary key,
    seller_id     bigint       not null,
    number        int          not null comment 'counts the versions of a seller from 1; the highest counts',
    rules         longtext     not null comment 'JSON: the rules in the order they are asked',
    saved_at      datetime(6)  not null,
    saved_by      varchar(120) not null,
    restored_from int          comment 'the version this one brought back',
    constraint rule_version_number unique (seller_id, number) comment 'the rules of a seller, the newest first; two people save one next version',
    constraint rule_version_seller foreign key (seller_id) references seller (id)
) comment 'appended to, never changed';

create sequence price_table_seq start with 1 increment by 50;
create table price_table
(
    id            bigint       not null primary key,
    seller_id     bigint       not null,
    connection_id bigint       not null comment 'no foreign key: what a parcel cost outlives the contract',
    product       varchar(60)  character set utf8mb4 collate utf8mb4_bin not null,
    number        int          not null comment 'counts the versions of a table from 1; the highest counts',
    content       longtext     not null comment 'JSON: lines by zone, weight and size, surcharges; euros before tax',
    saved_at      datetime(6)  not null,
    saved_by      varchar(120) not null,
    constraint price_table_number unique (seller_id, connection_id, product, number) comment 'the table of a product, the newest',
    constraint price_table_seller foreign key (seller_id) references seller (id)
) comment 'appended to, never changed';

create table rule_hand_pick
(
    order_id      bigint       not null primary key,
    version       int          not null,
    seller_id     bigint       not null,
    connection_id bigint       not null,
    product       varchar(60)  character set utf8mb4 collate utf8mb4_bin not null,
    extras        longtext     not null comment 'JSON: what is added to the product',
    chosen_at     datetime(6)  not null,
    chosen_by     varchar(120) not null,
    constraint rule_hand_pick_order foreign key (seller_id, order_id) references sales_order (seller_id, id)
) comment 'whom a person chose for one order';
