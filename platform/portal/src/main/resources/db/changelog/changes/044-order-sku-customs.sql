--liquibase formatted sql

--changeset order:044-sku-customs
create sequence sku_customs_seq start with 1 increment by 50;
create table sku_customs
(
    id           bigint       not null primary key,
    seller_id    bigint       not null,
    version      int          not null,
    sku          varchar(120) character set utf8mb4 collate utf8mb4_bin not null,
    hs_code      varchar(11)  character set utf8mb4 collate utf8mb4_bin not null comment 'tariff number, digits only',
    origin       char(2)      character set utf8mb4 collate utf8mb4_bin not null comment 'country, ISO alpha-2',
    description  varchar(256) not null comment 'in words customs abroad understands',
    net_weight_g int          not null comment 'of one piece without packaging',
    changed_at   datetime(6)  not null,
    constraint sku_customs_of unique (seller_id, sku) comment 'what customs asks of the pieces of an order',
    constraint sku_customs_seller foreign key (seller_id) references seller (id)
);
