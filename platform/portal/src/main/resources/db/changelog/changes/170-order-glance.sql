--liquibase formatted sql

--changeset order:170-order-glance
create index sales_order_glance on sales_order (id, seller_id, stage, has_problem, due_at, ordered_at)
    comment 'what a search finds is put in order and counted without its rows';
