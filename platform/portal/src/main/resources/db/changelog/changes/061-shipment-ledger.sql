--liquibase formatted sql

--changeset shipment:061-ledger
create sequence label_purchase_seq start with 1 increment by 50;
create table label_purchase
(
    id                    bigint      not null primary key,
    version               int         not null,
    seller_id             bigint      not null,
    order_id              bigint      not null,
    parcel_id             bigint      not null,
    purpose               varchar(12) character set utf8mb4 collate utf8mb4_bin not null,
    generation            int         not null,
    state                 varchar(12) character set utf8mb4 collate utf8mb4_bin not null,
    attempt               int         not null,
    reference             varchar(35) character set utf8mb4 collate utf8mb4_bin not null comment 'of the current attempt',
    carrier_connection_id bigint,
    carrier_code          varchar(40) character set utf8mb4 collate utf8mb4_bin,
    carrier_product       varchar(60) character set utf8mb4 collate utf8mb4_bin,
    node                  varchar(80) character set utf8mb4 collate utf8mb4_bin comment 'who is calling',
    node_started          datetime(6) comment 'in which of its lives',
    lease_until           datetime(6) comment 'no call of that node can still be running afterwards',
    since                 datetime(6) not null comment 'when it came into this state',
    due_at                datetime(6) comment 'when the ledger acts on it by itself: ask again, buy, give back',
    tries                 int         not null comment 'how often that was put off',
    tracking_number       varchar(60) character set utf8mb4 collate utf8mb4_bin,
    return_carrier_code   varchar(40) character set utf8mb4 collate utf8mb4_bin,
    return_number         varchar(60) character set utf8mb4 collate utf8mb4_bin,
    price_amount          decimal(12, 2),
    price_currency        char(3) character set utf8mb4 collate utf8mb4_bin,
    warnings              longtext comment 'what the carrier remarked, JSON',
    bought_at             datetime(6),
    problem_code          varchar(80) character set utf8mb4 collate utf8mb4_bin,
    problem_text          varchar(2000),
    faults                longtext comment 'the reasons of a refusal, JSON',
    created_at            datetime(6) not null,
    constraint label_purchase_once unique (seller_id, order_id, parcel_id, purpose, generation)
        comment 'the rule itself: one purchase of a label, however many ask for it',
    constraint label_purchase_reference unique (reference) comment 'a reference means one request',
    constraint label_purchase_seller_key unique (seller_id, id) comment 'what foreign keys of the tenant refer to',
    constraint label_purchase_parcel foreign key (seller_id, parcel_id) references parcel (seller_id, id)
);
create index label_purchase_parcel_generation on label_purchase (seller_id, parcel_id, generation) comment 'the labels of a parcel';
create index label_purchase_due on label_purchase (state, due_at) comment 'the ledger''s job: what is due';
create index label_purchase_lease on label_purchase (state, lease_until) comment 'the ledger''s job: whose caller died';
create index label_purchase_tracking on label_purchase (tracking_number) comment 'is this number taken; search by number';

create sequence label_attempt_seq start with 1 increment by 50;
create table label_attempt
(
    id          bigint      not null primary key,
    seller_id   bigint      not null,
    purchase_id bigint      not null,
    attempt     int         not null,
    reference   varchar(35) character set utf8mb4 collate utf8mb4_bin not null,
    carrier_connection_id bigint not null,
    request     longtext    not null comment 'as it was sent, JSON: to ask the carrier about it after a restart',
    node        varchar(80) character set utf8mb4 collate utf8mb4_bin not null,
    sent_at     datetime(6) not null,
    constraint label_attempt_once unique (seller_id, purchase_id, attempt) comment 'the attempts of a purchase',
    constraint label_attempt_reference unique (reference) comment 'which request is this reference',
    constraint label_attempt_purchase foreign key (seller_id, purchase_id) references label_purchase (seller_id, id)
);

create sequence label_event_seq start with 1 increment by 50;
create table label_event
(
    id          bigint      not null primary key,
    seller_id   bigint      not null,
    purchase_id bigint      not null,
    attempt     int         not null,
    at          datetime(6) not null,
    state       varchar(12) character set utf8mb4 collate utf8mb4_bin not null comment 'the state it came into',
    actor       varchar(120) not null,
    code        varchar(80) character set utf8mb4 collate utf8mb4_bin,
    text        varchar(2000),
    constraint label_event_purchase foreign key (seller_id, purchase_id) references label_purchase (seller_id, id)
);
create index label_event_of_purchase on label_event (seller_id, purchase_id, id) comment 'the history of a purchase';

create sequence label_document_seq start with 1 increment by 50;
create table label_document
(
    id          bigint      not null primary key,
    seller_id   bigint      not null,
    parcel_id   bigint      not null,
    purchase_id bigint      not null,
    number      int         not null comment 'in the carrier''s order',
    kind        varchar(16) character set utf8mb4 collate utf8mb4_bin not null,
    type        varchar(8) character set utf8mb4 collate utf8mb4_bin not null,
    sha256      char(64) character set utf8mb4 collate utf8mb4_bin not null,
    size        int         not null,
    content     longblob    not null,
    created_at  datetime(6) not null,
    constraint label_document_number unique (seller_id, purchase_id, number) comment 'the documents of a purchase; a booking is stored once',
    constraint label_document_purchase foreign key (seller_id, purchase_id) references label_purchase (seller_id, id)
);
create index label_document_parcel on label_document (seller_id, parcel_id) comment 'the documents of a parcel';
