--liquibase formatted sql

--changeset shipment:066-number-correction
create sequence number_correction_seq start with 1 increment by 50;
create table number_correction
(
    id            bigint       not null primary key,
    seller_id     bigint       not null,
    order_id      bigint       not null,
    parcel_id     bigint       not null,
    purchase_id   bigint       not null,
    kind          varchar(12)  character set utf8mb4 collate utf8mb4_bin not null,
    number_before varchar(60)  character set utf8mb4 collate utf8mb4_bin not null,
    number_after  varchar(60)  character set utf8mb4 collate utf8mb4_bin not null,
    why           varchar(500) not null,
    corrected_by  varchar(120) not null,
    corrected_at  datetime(6)  not null,
    constraint number_correction_purchase foreign key (seller_id, purchase_id) references label_purchase (seller_id, id)
);
create index number_correction_order on number_correction (seller_id, order_id, id) comment 'what was corrected on an order';
create index number_correction_after on number_correction (seller_id, number_after) comment 'is this number taken?';
