--liquibase formatted sql

--changeset rule:083-rule-quote
create sequence price_quote_seq start with 1 increment by 50;
create table price_quote
(
    id            bigint        not null primary key,
    seller_id     bigint        not null,
    connection_id bigint        not null comment 'no foreign key: it is forgotten by itself',
    product       varchar(60)   character set utf8mb4 collate utf8mb4_bin not null,
    shape         varchar(250)  character set utf8mb4 collate utf8mb4_bin not null comment 'country, postcode, weight, size, services: no buyer',
    answer        varchar(20)   not null comment 'LIVE, NOT_OFFERED, REFUSED, NO_ANSWER',
    price         decimal(12, 2) comment 'euros before tax; null unless LIVE',
    days          int           comment 'working days; null if the carrier does not say',
    asked_at      datetime(6)   not null,
    expires_at    datetime(6)   not null,
    index price_quote_shape (seller_id, shape, expires_at) comment 'what such a parcel costs now',
    index price_quote_expired (seller_id, expires_at) comment 'all that count now, for what-if; those to be forgotten',
    constraint price_quote_seller foreign key (seller_id) references seller (id)
) comment 'what carriers answered when they were asked for a price; the newest counts until it expires';
