--liquibase formatted sql

--changeset order:085-sent-with
alter table sales_order
    add column sent_with bigint comment 'the order in whose parcels its pieces leave; null if it leaves by itself',
    add constraint sales_order_sent_with foreign key (seller_id, sent_with) references sales_order (seller_id, id);
create index sales_order_with on sales_order (sent_with) comment 'which orders leave with this one';
create index sales_order_place on sales_order (seller_id, stage, postal_code) comment 'which other orders go to the same place';
