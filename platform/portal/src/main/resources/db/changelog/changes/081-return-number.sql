--liquibase formatted sql

--changeset returnnumber:081-return-number
create sequence return_source_seq start with 1 increment by 50;
create sequence return_pool_number_seq start with 1 increment by 50;

create table return_source
(
    id            bigint      not null primary key,
    seller_id     bigint      not null,
    version       int         not null,
    carrier_code  varchar(40) character set utf8mb4 collate utf8mb4_bin not null,
    kind          varchar(8)  character set utf8mb4 collate utf8mb4_bin not null,
    always        boolean     not null comment 'also where the label would bring a number',
    connection_id bigint comment 'whose return labels are bought',
    low_water     int         not null comment 'alarm when fewer are free',
    constraint return_source_once unique (seller_id, carrier_code) comment 'where do numbers of this carrier come from?',
    constraint return_source_seller foreign key (seller_id) references seller (id)
);

create table return_pool_number
(
    id           bigint      not null primary key,
    seller_id    bigint      not null,
    version      int         not null,
    carrier_code varchar(40) character set utf8mb4 collate utf8mb4_bin not null,
    number       varchar(60) character set utf8mb4 collate utf8mb4_bin not null,
    state        varchar(8)  character set utf8mb4 collate utf8mb4_bin not null,
    order_id     bigint comment 'for which it is kept or used',
    parcel_id    bigint comment 'which has it',
    added_at     datetime(6) not null,
    used_at      datetime(6),
    constraint return_pool_number_once unique (seller_id, carrier_code, number) comment 'a number is added and used once',
    constraint return_pool_number_seller foreign key (seller_id) references seller (id),
    index return_pool_number_free (seller_id, carrier_code, state, id) comment 'the next free number; how many are left',
    index return_pool_number_order (order_id, state) comment 'is one kept for this order?'
);

alter table parcel
    add column return_connection_id bigint comment 'whose return label is bought before the label',
    add column return_carrier_code  varchar(40) character set utf8mb4 collate utf8mb4_bin,
    add column return_number        varchar(60) character set utf8mb4 collate utf8mb4_bin comment 'known before the label: from the pool or a return label',
    add column return_source        varchar(8) character set utf8mb4 collate utf8mb4_bin;
