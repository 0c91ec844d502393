--liquibase formatted sql

--changeset shipment:062-confirmation
create sequence confirmation_seq start with 1 increment by 50;
create table confirmation
(
    id                  bigint      not null primary key,
    version             int         not null,
    seller_id           bigint      not null,
    order_id            bigint      not null,
    parcel_id           bigint      not null,
    purchase_id         bigint      not null,
    channel_connection_id bigint    not null,
    state               varchar(12) character set utf8mb4 collate utf8mb4_bin not null,
    request             longtext    comment 'the report as it was first sent, JSON; always sent the same',
    carrier_code        varchar(40) character set utf8mb4 collate utf8mb4_bin not null,
    tracking_number     varchar(60) character set utf8mb4 collate utf8mb4_bin not null,
    shipped_at          datetime(6) not null,
    channel_shipment_id varchar(80) character set utf8mb4 collate utf8mb4_bin,
    node                varchar(80) character set utf8mb4 collate utf8mb4_bin,
    lease_until         datetime(6),
    since               datetime(6) not null,
    due_at              datetime(6) comment 'when it goes on by itself; null when it is over or waits for a person',
    tries               int         not null,
    problem_code        varchar(80) character set utf8mb4 collate utf8mb4_bin,
    problem_text        varchar(2000),
    created_at          datetime(6) not null,
    created_by          varchar(120) not null,
    constraint confirmation_once unique (seller_id, purchase_id) comment 'a label is reported once, however often somebody clicks',
    constraint confirmation_seller_key unique (seller_id, id) comment 'what foreign keys of the tenant refer to',
    constraint confirmation_purchase foreign key (seller_id, purchase_id) references label_purchase (seller_id, id)
);
create index confirmation_parcel on confirmation (seller_id, parcel_id) comment 'was this parcel reported';
create index confirmation_order on confirmation (seller_id, order_id) comment 'the reports of an order';
create index confirmation_due on confirmation (due_at) comment 'the job''s safety net: what is due';

create sequence confirmation_event_seq start with 1 increment by 50;
create table confirmation_event
(
    id              bigint      not null primary key,
    seller_id       bigint      not null,
    confirmation_id bigint      not null,
    at              datetime(6) not null,
    state           varchar(12) character set utf8mb4 collate utf8mb4_bin not null,
    actor           varchar(120) not null,
    code            varchar(80) character set utf8mb4 collate utf8mb4_bin,
    text            varchar(2000),
    constraint confirmation_event_of foreign key (seller_id, confirmation_id) references confirmation (seller_id, id)
);
create index confirmation_event_history on confirmation_event (seller_id, confirmation_id, id) comment 'the history of a report';
