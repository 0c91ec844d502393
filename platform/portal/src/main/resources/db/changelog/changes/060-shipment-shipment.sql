--liquibase formatted sql

--changeset shipment:060-shipment
create sequence shipment_seq start with 1 increment by 50;
create table shipment
(
    id                    bigint      not null primary key,
    version               int         not null,
    seller_id             bigint      not null,
    order_id              bigint      not null,
    number                int         not null comment 'counts the shipments of an order from 1',
    carrier_connection_id bigint      not null,
    carrier_product       varchar(60) character set utf8mb4 collate utf8mb4_bin not null,
    carrier_reason        varchar(60) character set utf8mb4 collate utf8mb4_bin not null comment 'why this carrier: a stable code',
    created_at            datetime(6) not null,
    created_by            varchar(120) not null,
    constraint shipment_seller_key unique (seller_id, id) comment 'what foreign keys of the tenant refer to',
    constraint shipment_order_number unique (seller_id, order_id, number) comment 'two planners make one shipment; shipments of an order',
    constraint shipment_seller foreign key (seller_id) references seller (id)
);

create sequence parcel_seq start with 1 increment by 50;
create table parcel
(
    id          bigint not null primary key,
    version     int    not null,
    seller_id   bigint not null,
    order_id    bigint not null,
    shipment_id bigint not null,
    number      int    not null comment 'counts the parcels of a shipment from 1',
    generation  int    not null comment 'which wanted label counts; a person makes the next one',
    weight_g    int    not null,
    length_mm   int,
    width_mm    int,
    height_mm   int,
    discarded_at datetime(6) comment 'given up: what was in it was cancelled or lies in another parcel',
    created_at  datetime(6) not null,
    constraint parcel_seller_key unique (seller_id, id) comment 'what foreign keys of the tenant refer to',
    constraint parcel_number unique (seller_id, shipment_id, number) comment 'parcels of a shipment',
    constraint parcel_shipment foreign key (seller_id, shipment_id) references shipment (seller_id, id)
);
create index parcel_order on parcel (seller_id, order_id) comment 'parcels of an order';

create sequence parcel_item_seq start with 1 increment by 50;
create table parcel_item
(
    id            bigint not null primary key,
    seller_id     bigint not null,
    order_id      bigint not null,
    parcel_id     bigint not null,
    order_item_id bigint not null,
    live          tinyint comment '1, or null when its parcel was given up or it was taken out',
    constraint parcel_item_once unique (seller_id, order_item_id, live)
        comment 'a piece lies in one live parcel: two planners cannot pack it twice',
    constraint parcel_item_parcel foreign key (seller_id, parcel_id) references parcel (seller_id, id)
);
create index parcel_item_of_parcel on parcel_item (seller_id, parcel_id) comment 'what lies in a parcel';
