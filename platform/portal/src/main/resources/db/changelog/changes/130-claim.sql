--liquibase formatted sql

--changeset claim:130-claim
create sequence claim_seq start with 1 increment by 50;
create table claim
(
    id                bigint      not null primary key,
    version           int         not null,
    seller_id         bigint      not null,
    order_id          bigint      not null,
    purchase_id       bigint      not null comment 'the label the parcel left with',
    connection_id     bigint      not null comment 'the carrier that is to pay',
    tracking_number   varchar(60) character set utf8mb4 collate utf8mb4_bin not null,
    reason            varchar(20) character set utf8mb4 collate utf8mb4_bin not null,
    state             varchar(20) character set utf8mb4 collate utf8mb4_bin not null,
    unfinished        tinyint comment '1, or null once it is paid or dropped',
    amount            decimal(12, 2) comment 'asked for; null until somebody says how much',
    paid_amount       decimal(12, 2),
    currency          char(3)     character set utf8mb4 collate utf8mb4_bin not null,
    carrier_reference varchar(60) not null comment 'what the carrier files it under; empty while it is not known',
    deadline_on       date comment 'until when the carrier wants to have it',
    created_at        datetime(6) not null,
    created_by        varchar(120) not null,
    state_at          datetime(6) not null,
    constraint claim_seller_key unique (seller_id, id) comment 'what foreign keys of the tenant refer to',
    constraint claim_unfinished unique (seller_id, purchase_id, unfinished) comment 'two clicks open one claim',
    constraint claim_label foreign key (seller_id, purchase_id) references label_purchase (seller_id, id)
) comment 'what is asked back from carriers for parcels that are lost or broken';
create index claim_state on claim (state, id) comment 'list: whose turn it is';
create index claim_order on claim (seller_id, order_id) comment 'the claims of an order';
create index claim_purchase on claim (purchase_id, unfinished) comment 'whether a parcel has one';

create sequence claim_event_seq start with 1 increment by 50;
create table claim_event
(
    id          bigint        not null primary key,
    seller_id   bigint        not null,
    order_id    bigint        not null,
    claim_id    bigint        not null,
    happened_at datetime(6)   not null,
    actor       varchar(120)  not null,
    code        varchar(40)   character set utf8mb4 collate utf8mb4_bin not null,
    state       varchar(20)   character set utf8mb4 collate utf8mb4_bin not null comment 'after it',
    text        varchar(2000) not null comment 'as typed; emptied with the buyer',
    constraint claim_event_claim foreign key (seller_id, claim_id) references claim (seller_id, id)
) comment 'what was done about claims; appended to, only words are emptied with the buyer';
create index claim_event_claim_id on claim_event (claim_id, id) comment 'the history of a claim';
create index claim_event_order on claim_event (seller_id, order_id) comment 'events of an order, to forget its buyer';
