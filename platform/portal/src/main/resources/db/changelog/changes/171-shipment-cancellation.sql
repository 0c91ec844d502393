--liquibase formatted sql

--changeset shipment:171-shipment-cancellation
create sequence piece_cancellation_seq start with 1 increment by 50;
create table piece_cancellation
(
    id               bigint       not null primary key,
    version          int          not null,
    seller_id        bigint       not null,
    connection_id    bigint       not null,
    order_id         bigint       not null,
    item_id          bigint       not null,
    channel_order_id varchar(120) character set utf8mb4 collate utf8mb4_bin not null,
    channel_item_id  varchar(120) character set utf8mb4 collate utf8mb4_bin not null,
    state            varchar(10)  character set utf8mb4 collate utf8mb4_bin not null,
    open             tinyint      comment '1 until the channel has cancelled or refused, else null; meanwhile nobody ships the piece',
    since            datetime(6)  not null,
    due_at           datetime(6)  not null,
    tries            int          not null,
    problem_code     varchar(80)  character set utf8mb4 collate utf8mb4_bin,
    problem_text     varchar(1000),
    wanted_at        datetime(6)  not null,
    wanted_by        varchar(120) not null,
    constraint piece_cancellation_once unique (seller_id, item_id, open) comment 'one of a piece at a time',
    constraint piece_cancellation_order foreign key (seller_id, order_id) references sales_order (seller_id, id),
    index piece_cancellation_of (order_id, id) comment 'what was cancelled of an order'
) comment 'pieces the seller cannot ship: committed before the channel is asked to cancel them';
