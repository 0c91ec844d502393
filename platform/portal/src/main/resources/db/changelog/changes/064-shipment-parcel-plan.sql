--liquibase formatted sql

--changeset shipment:064-parcel-plan
create sequence parcel_plan_seq start with 1 increment by 50;
create table parcel_plan
(
    id         bigint       not null primary key,
    seller_id  bigint       not null,
    order_id   bigint       not null,
    number     int          not null comment 'counts the plans of an order from 1; the newest counts',
    kept       longtext     not null comment 'JSON: the pieces that are to leave later',
    planned_by varchar(120) not null,
    planned_at datetime(6)  not null,
    constraint parcel_plan_once unique (seller_id, order_id, number)
        comment 'of two who deal at once one is told; the newest plan of an order',
    constraint parcel_plan_seller foreign key (seller_id) references seller (id)
);

alter table shipment
    modify carrier_connection_id bigint comment 'null until one is chosen';

alter table parcel
    add column dealt_by varchar(120) comment 'who says what lies in it; null: it is packed anew with each booking',
    add column weight_given boolean not null default false comment 'a person weighed it',
    add column size_given boolean not null default false comment 'a person measured it';

alter table parcel_item
    add column box int not null default 1 comment 'which of its piece''s boxes this is, from 1',
    drop index parcel_item_once,
    add constraint parcel_item_once unique (seller_id, order_item_id, box, live)
        comment 'a box of a piece lies in one live parcel: two planners cannot pack it twice';
