--liquibase formatted sql

--changeset order:120-order-count
alter table sales_order
    drop index sales_order_stage,
    add index sales_order_stage (stage, due_at, id, seller_id) comment 'a stage tab of many sellers; the count of a stage, without its rows',
    drop index sales_order_due,
    add index sales_order_due (due_at, id, seller_id) comment 'the tab All of many sellers; its count, without its rows',
    drop index sales_order_channel,
    add index sales_order_channel (channel, due_at, id, stage, seller_id, has_problem) comment 'filter: channel; counts of all tabs, without their rows',
    drop index sales_order_country,
    add index sales_order_country (country, due_at, id, stage, seller_id, has_problem) comment 'filter: country; counts of all tabs, without their rows',
    drop index sales_order_carrier,
    add index sales_order_carrier (carrier, due_at, id, stage, seller_id, has_problem) comment 'filter: carrier; counts of all tabs, without their rows',
    drop index sales_order_light,
    add index sales_order_light (stock_light, due_at, id, stage, seller_id, has_problem) comment 'filter: stock light; counts of all tabs, without their rows',
    drop index sales_order_weight,
    add index sales_order_weight (weight_class, due_at, id, stage, seller_id, has_problem) comment 'filter: weight; counts of all tabs, without their rows',
    drop index sales_order_hold,
    add index sales_order_hold (on_hold, due_at, id, stage, seller_id, has_problem) comment 'filter: on hold; counts of all tabs, without their rows';
