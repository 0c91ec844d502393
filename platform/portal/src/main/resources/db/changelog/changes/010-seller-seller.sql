--liquibase formatted sql

--changeset seller:010-seller
create sequence seller_seq start with 1 increment by 50;

create table seller
(
    id                       bigint       not null primary key,
    version                  int          not null,
    name                     varchar(120) not null,
    mark_letter              varchar(2)   not null,
    mark_tone                int          not null comment 'one of the eight tones of the tile in the design tokens',
    sender_company           varchar(100),
    sender_name              varchar(100),
    sender_street            varchar(100),
    sender_house_number      varchar(20),
    sender_extra             varchar(100),
    sender_zip               varchar(12),
    sender_city              varchar(80),
    sender_country           char(2)      not null default 'DE',
    sender_phone             varchar(40),
    sender_email             varchar(254),
    language                 varchar(10)  not null default 'de',
    cut_off                  time         not null default '14:00:00',
    time_zone                varchar(60)  not null default 'Europe/Berlin',
    return_carrier           varchar(60) comment 'the carrier the channel expects returns with, as the channel names it',
    carrier_connection_id    bigint comment 'default connection for labels; checked by the application, a connection refers to its seller',
    carrier_product          varchar(60),
    default_parcel_weight_g  int          not null default 1000,
    created_at               datetime(6)  not null,
    constraint seller_name unique (name) comment 'a new seller must not be taken for another one'
);
