--liquibase formatted sql

--changeset stock:050-stock
create sequence stock_level_seq start with 1 increment by 50;
create sequence stock_movement_seq start with 1 increment by 50;

create table stock_level
(
    id         bigint       not null primary key,
    seller_id  bigint       not null,
    version    int          not null,
    sku        varchar(120) character set utf8mb4 collate utf8mb4_bin not null,
    title      varchar(500) not null,
    tracked    boolean      not null,
    on_hand    int          not null,
    reserved   int          not null,
    waiting    int          not null comment 'pieces that orders want and nobody has',
    changed_at datetime(6)  not null,
    constraint stock_level_sku unique (seller_id, sku) comment 'the row that serialises a SKU; the stock list, page by page',
    constraint stock_level_seller foreign key (seller_id) references seller (id)
);

create table stock_claim
(
    item_id   bigint       not null primary key comment 'one piece claims once',
    seller_id bigint       not null,
    order_id  bigint       not null,
    sku       varchar(120) character set utf8mb4 collate utf8mb4_bin not null,
    due_at    datetime(6)  not null,
    reserved  boolean      not null,
    constraint stock_claim_level foreign key (seller_id, sku) references stock_level (seller_id, sku),
    index stock_claim_queue (seller_id, sku, reserved, due_at, item_id) comment 'who is next when a piece becomes free?',
    index stock_claim_order (order_id, reserved) comment 'the light of an order'
);

create table stock_movement
(
    id            bigint       not null primary key,
    seller_id     bigint       not null,
    sku           varchar(120) character set utf8mb4 collate utf8mb4_bin not null,
    at            datetime(6)  not null,
    amount        int          not null,
    on_hand_after int          not null,
    reason        varchar(15)  character set utf8mb4 collate utf8mb4_bin not null,
    note          varchar(500) not null,
    actor         varchar(120) not null,
    order_id      bigint,
    item_id       bigint,
    constraint stock_movement_seller foreign key (seller_id) references seller (id),
    index stock_movement_of (seller_id, sku, id) comment 'the history of a SKU, newest first'
) comment 'appended to, never changed';

create table stock_push
(
    seller_id     bigint       not null,
    connection_id bigint       not null,
    sku           varchar(120) character set utf8mb4 collate utf8mb4_bin not null,
    pushed        int          comment 'the level the channel took last; null if it never took one',
    pushed_at     datetime(6),
    refused       int          comment 'the level it refused last; not tried again until it changes',
    error         varchar(1000),
    primary key (seller_id, connection_id, sku) comment 'which levels does the channel not know yet?',
    constraint stock_push_seller foreign key (seller_id) references seller (id)
);
