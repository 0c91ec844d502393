--liquibase formatted sql

--changeset tracking:090-tracking
create table tracked_parcel
(
    purchase_id      bigint      not null primary key comment 'the label it left with',
    version          int         not null,
    seller_id        bigint      not null,
    order_id         bigint      not null,
    parcel_id        bigint      not null,
    connection_id    bigint      not null,
    carrier_code     varchar(40) character set utf8mb4 collate utf8mb4_bin not null,
    product          varchar(60) character set utf8mb4 collate utf8mb4_bin not null,
    tracking_number  varchar(60) character set utf8mb4 collate utf8mb4_bin not null,
    region           varchar(8)  character set utf8mb4 collate utf8mb4_bin not null comment 'country and first digit of the postcode: DE3',
    price_amount     decimal(12, 2),
    price_currency   char(3)     character set utf8mb4 collate utf8mb4_bin,
    bought_at        datetime(6) not null,
    ship_by          datetime(6) comment 'when it had to leave the seller',
    promised_by      datetime(6) comment 'the end of the day of the promised first attempt',
    state            varchar(20) character set utf8mb4 collate utf8mb4_bin not null,
    state_at         datetime(6) not null comment 'since when',
    handed_over_at   datetime(6) comment 'the first scan that proves it',
    first_attempt_at datetime(6),
    attempts         int         not null,
    delivered_at     datetime(6),
    last_scan_at     datetime(6),
    expected_at      datetime(6) comment 'when the carrier says it comes',
    verdict          varchar(12) character set utf8mb4 collate utf8mb4_bin comment 'on time or whose fault; null while it is open',
    transit_days     int comment 'working days from hand-over to first attempt',
    open             tinyint comment '1, or null once it has arrived or is given up',
    late_at          datetime(6) comment 'since when it is late, or will be',
    stuck_at         datetime(6) comment 'since when it is stuck, or will be unless it is scanned',
    urgency          tinyint     not null comment '0 first, where the quota does not suffice for all',
    next_look_at     datetime(6) comment 'null: never again',
    looked_at        datetime(6),
    digest           char(64)    character set utf8mb4 collate utf8mb4_bin not null comment 'of the carrier''s last answer; equal means nothing to do',
    constraint tracked_parcel_seller_key unique (seller_id, purchase_id) comment 'what foreign keys of the tenant refer to',
    constraint tracked_parcel_label foreign key (seller_id, purchase_id) references label_purchase (seller_id, id)
) comment 'where each parcel is, one row a label';
create index tracked_parcel_due on tracked_parcel (connection_id, urgency, next_look_at) comment 'which parcels of a carrier are to be asked for';
create index tracked_parcel_order on tracked_parcel (seller_id, order_id) comment 'the parcels of an order';
create index tracked_parcel_bought on tracked_parcel (connection_id, bought_at) comment 'how far the labels of a carrier are taken over; figures of a period';
create index tracked_parcel_number on tracked_parcel (tracking_number) comment 'search by number';
create index tracked_parcel_open on tracked_parcel (open, state_at, purchase_id) comment 'list: on their way';
create index tracked_parcel_late on tracked_parcel (open, late_at, purchase_id) comment 'list: late';
create index tracked_parcel_stuck on tracked_parcel (open, stuck_at, purchase_id) comment 'list: stuck';
create index tracked_parcel_state on tracked_parcel (state, state_at, purchase_id) comment 'list: at a shop, attempted, returning, lost';

create sequence tracking_event_seq start with 1 increment by 50;
create table tracking_event
(
    id           bigint       not null primary key,
    seller_id    bigint       not null,
    order_id     bigint       not null,
    purchase_id  bigint       not null,
    number       int          not null comment 'in the order we heard of them',
    happened_at  datetime(6)  not null,
    status       varchar(20)  character set utf8mb4 collate utf8mb4_bin not null comment 'what it means, the same for every carrier',
    raw_code     varchar(80)  character set utf8mb4 collate utf8mb4_bin not null,
    raw_text     varchar(500) not null comment 'word for word; emptied with the buyer',
    place        varchar(200) not null comment 'emptied with the buyer',
    seen_at      datetime(6)  not null,
    withdrawn_at datetime(6) comment 'since when the carrier does not tell it any more',
    constraint tracking_event_number unique (seller_id, purchase_id, number) comment 'the history of a parcel; two writers cannot append the same',
    constraint tracking_event_parcel foreign key (seller_id, purchase_id) references tracked_parcel (seller_id, purchase_id)
) comment 'what carriers told; appended to, only withdrawing is marked and texts are emptied with the buyer';
create index tracking_event_order on tracking_event (seller_id, order_id) comment 'events of an order, to forget its buyer';

create table tracking_lane
(
    connection_id bigint      not null primary key,
    version       int         not null,
    seller_id     bigint      not null,
    failures      int         not null comment 'in a row',
    not_before    datetime(6) comment 'backing off until then',
    error_code    varchar(80) character set utf8mb4 collate utf8mb4_bin,
    error_text    varchar(1000),
    failed_at     datetime(6),
    answered_at   datetime(6),
    constraint tracking_lane_connection foreign key (seller_id, connection_id) references connection (seller_id, id) on delete cascade
) comment 'how asking a carrier goes; beside the connection''s health, which is about booking';

create table tracking_budget
(
    account char(64) character set utf8mb4 collate utf8mb4_bin not null comment 'hash of plugin and account: several sellers may share one',
    day     date     not null,
    calls   int      not null,
    primary key (account, day) comment 'how many calls were made today'
) comment 'what carriers grant a day is shared by all nodes and by all connections of one account';
