--liquibase formatted sql

--changeset order:040-order
create sequence sales_order_seq start with 1 increment by 50;
create sequence order_item_seq start with 1 increment by 50;
create sequence order_address_seq start with 1 increment by 50;
create sequence order_timeline_seq start with 1 increment by 50;
create sequence sku_info_seq start with 1 increment by 50;
create sequence import_state_seq start with 1 increment by 50;

create table sales_order
(
    id                 bigint       not null primary key,
    seller_id          bigint       not null,
    version            int          not null,
    connection_id      bigint       not null comment 'no foreign key: orders outlive the connection they came through',
    channel            varchar(60)  character set utf8mb4 collate utf8mb4_bin not null,
    channel_order_id   varchar(120) character set utf8mb4 collate utf8mb4_bin not null,
    order_number       varchar(60)  character set utf8mb4 collate utf8mb4_bin not null,
    ordered_at         datetime(6)  not null,
    channel_changed_at datetime(6)  not null,
    fingerprint        char(64)     character set utf8mb4 collate utf8mb4_bin not null comment 'of what the channel sent last; equal means nothing to do',
    imported_at        datetime(6)  not null,
    unreadable         boolean      not null comment 'the channel sent it, but what is mandatory was missing',
    stage              varchar(15)  character set utf8mb4 collate utf8mb4_bin not null,
    freight            boolean      not null,
    on_hold            boolean      not null,
    hold_reason        varchar(500),
    has_problem        boolean      not null,
    problem_code       varchar(60)  character set utf8mb4 collate utf8mb4_bin,
    problem_text       varchar(1000),
    problem_fix        varchar(500),
    stock_light        varchar(10)  character set utf8mb4 collate utf8mb4_bin not null,
    processable_at     datetime(6)  comment 'when the channel released it, as far as we saw',
    ship_by            datetime(6),
    due_at             datetime(6)  not null comment 'ship_by, or the end of time while unknown: the list sorts by it without nulls',
    promised_at        datetime(6),
    closed_at          datetime(6)  comment 'since when nothing is left to ship; erasing counts from it',
    delivered_at       datetime(6),
    erased_at          datetime(6),
    payment_method     varchar(60)  not null,
    fee                decimal(12,2),
    total              decimal(12,2) not null,
    currency           char(3)      not null,
    suspected_fraud    boolean      not null,
    takes_back         boolean      not null,
    buyer_name         varchar(200) not null,
    postal_code        varchar(20)  not null,
    city               varchar(120) not null,
    country            char(2)      not null,
    pickup_kind        varchar(10)  character set utf8mb4 collate utf8mb4_bin,
    pickup_number      varchar(10)  character set utf8mb4 collate utf8mb4_bin,
    post_number        varchar(20)  character set utf8mb4 collate utf8mb4_bin,
    pieces             int          not null,
    carrier            varchar(60)  character set utf8mb4 collate utf8mb4_bin,
    carrier_product    varchar(120),
    carrier_price      decimal(12,2),
    carrier_currency   char(3),
    carrier_reason     varchar(200),
    parcels            int          not null,
    labels             int          not null,
    packed             boolean      not null,
    slip_printed       boolean      not null,
    confirmed          int          not null,
    constraint sales_order_of_seller unique (seller_id, id) comment 'target of foreign keys (seller_id, id)',
    constraint sales_order_at_channel unique (seller_id, connection_id, channel_order_id) comment 'import: do we have it already?',
    constraint sales_order_seller foreign key (seller_id) references seller (id),
    index sales_order_tab (seller_id, stage, due_at, id) comment 'a stage tab of one seller, page by page; its count',
    index sales_order_stage (stage, due_at, id) comment 'a stage tab of many sellers; the count of a stage',
    index sales_order_all (seller_id, due_at, id) comment 'the tab All of one seller',
    index sales_order_due (due_at, id) comment 'the tab All of many sellers',
    index sales_order_problem (has_problem, seller_id, due_at, id) comment 'the tab Problem',
    index sales_order_erase (erased_at, closed_at, id) comment 'whose buyer is to be erased?'
);

create table order_item
(
    id              bigint        not null primary key,
    seller_id       bigint        not null,
    version         int           not null,
    order_id        bigint        not null,
    channel_item_id varchar(120)  character set utf8mb4 collate utf8mb4_bin not null,
    state           varchar(15)   character set utf8mb4 collate utf8mb4_bin not null,
    state_at        datetime(6)   not null comment 'when it came into this state; older news from the channel does not take it back',
    sku             varchar(120)  character set utf8mb4 collate utf8mb4_bin not null,
    article_number  varchar(120)  character set utf8mb4 collate utf8mb4_bin not null,
    title           varchar(500)  not null,
    ean             varchar(20)   character set utf8mb4 collate utf8mb4_bin not null,
    price           decimal(12,2) not null,
    currency        char(3)       not null,
    promised_at     datetime(6),
    attributes      text          not null,
    takes_back      boolean       not null,
    parcel_id       bigint comment 'the live parcel it is in; the shipment room says so',
    constraint order_item_of_seller unique (seller_id, id) comment 'target of foreign keys (seller_id, id)',
    constraint order_item_at_channel unique (order_id, channel_item_id) comment 'the pieces of an order; merge: do we have it already?',
    constraint order_item_order foreign key (seller_id, order_id) references sales_order (seller_id, id),
    index order_item_sku (seller_id, sku, state, order_id) comment 'which orders want this SKU? filter, stock tracking switched on, new terms'
);

create table order_address
(
    id           bigint       not null primary key,
    seller_id    bigint       not null,
    order_id     bigint       not null,
    kind         varchar(10)  character set utf8mb4 collate utf8mb4_bin not null,
    from_channel boolean      not null,
    at           datetime(6)  not null,
    actor        varchar(120) not null,
    company      varchar(200) not null,
    person       varchar(200) not null,
    addition     varchar(200) not null,
    street       varchar(200) not null,
    house_number varchar(60)  not null,
    postal_code  varchar(20)  not null,
    city         varchar(120) not null,
    country      char(2)      not null,
    phone        varchar(60)  not null,
    email        varchar(254) not null,
    constraint order_address_order foreign key (seller_id, order_id) references sales_order (seller_id, id),
    index order_address_of (order_id, kind, id) comment 'the addresses of an order, the newest counts'
) comment 'appended to, never changed; only erasing blanks it';

create table order_timeline
(
    id        bigint        not null primary key,
    seller_id bigint        not null,
    order_id  bigint        not null,
    at        datetime(6)   not null,
    code      varchar(60)   character set utf8mb4 collate utf8mb4_bin not null,
    text      varchar(2000) not null,
    actor     varchar(120)  not null,
    constraint order_timeline_order foreign key (seller_id, order_id) references sales_order (seller_id, id),
    index order_timeline_of (order_id, id) comment 'what happened to an order, newest first'
) comment 'appended to, never changed; only erasing blanks notes';

create table order_search
(
    seller_id bigint      not null,
    term      varchar(64) character set utf8mb4 collate utf8mb4_bin not null comment 'lower-case, without accents',
    order_id  bigint      not null,
    kind      varchar(10) character set utf8mb4 collate utf8mb4_bin not null,
    primary key (seller_id, term, order_id, kind) comment 'search of one seller or several: a word begins so',
    constraint order_search_order foreign key (seller_id, order_id) references sales_order (seller_id, id),
    index order_search_of (order_id, kind) comment 'the words of an order, to replace or erase them'
);

create table sku_info
(
    id              bigint       not null primary key,
    seller_id       bigint       not null,
    version         int          not null,
    connection_id   bigint       not null,
    sku             varchar(120) character set utf8mb4 collate utf8mb4_bin not null,
    title           varchar(500) not null,
    kind            varchar(10)  character set utf8mb4 collate utf8mb4_bin comment 'PARCEL or FREIGHT; null while the channel gives no terms',
    working_days    varchar(80)  character set utf8mb4 collate utf8mb4_bin,
    cut_off         time,
    processing_days int,
    transport_days  int,
    weight_g        int,
    length_mm       int,
    width_mm        int,
    height_mm       int,
    packages        int          not null,
    picture_url     varchar(1000),
    refreshed_at    datetime(6)  not null,
    constraint sku_info_at_channel unique (seller_id, connection_id, sku) comment 'terms and looks of the pieces of an order',
    constraint sku_info_seller foreign key (seller_id) references seller (id)
);

create table import_state
(
    id              bigint      not null primary key,
    seller_id       bigint      not null,
    version         int         not null,
    connection_id   bigint      not null,
    changed_since   datetime(6) comment 'the running pass asks for changes since; null for all',
    page_cursor     varchar(2000) character set utf8mb4 collate utf8mb4_bin comment 'the next page of the running pass; null between passes',
    newest_seen     datetime(6) comment 'the newest change seen so far: the next pass starts a little before',
    pass_started_at datetime(6),
    finished_at     datetime(6) comment 'when a pass last came to its end',
    not_before      datetime(6) comment 'backing off until then',
    failures        int         not null,
    error_code      varchar(60) character set utf8mb4 collate utf8mb4_bin,
    error_text      varchar(1000),
    erase_days      int         not null comment 'days after closing or delivery until the buyer is erased',
    constraint import_state_of unique (seller_id, connection_id) comment 'where did the import of this connection stop?',
    constraint import_state_seller foreign key (seller_id) references seller (id)
);
