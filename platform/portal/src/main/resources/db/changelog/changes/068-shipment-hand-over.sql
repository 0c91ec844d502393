--liquibase formatted sql

--changeset shipment:068-hand-over
create table hand_over
(
    purchase_id bigint      not null primary key comment 'a label is in one closing',
    seller_id   bigint      not null,
    order_id    bigint      not null,
    close_id    bigint      not null,
    at          datetime(6) not null,
    constraint hand_over_purchase foreign key (seller_id, purchase_id) references label_purchase (seller_id, id),
    constraint hand_over_close foreign key (seller_id, close_id) references day_close (seller_id, id)
) comment 'which labels a carrier was told of at a day''s end; appended to, never changed';
create index hand_over_of_close on hand_over (seller_id, close_id) comment 'what is in a closing';
create index hand_over_order on hand_over (seller_id, order_id) comment 'the closings an order is in, to forget its buyer';

create index label_purchase_bought on label_purchase (seller_id, carrier_connection_id, bought_at)
    comment 'labels of a carrier since a day: which are not handed over yet';
