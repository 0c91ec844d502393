--liquibase formatted sql

--changeset order:180-order-written
alter table sales_order add column written_at datetime(6)
    comment 'when somebody has last written about it after its buyer was erased; null: nothing is to be forgotten' after erased_at;
create index sales_order_written on sales_order (seller_id, written_at, id) comment 'about which erased orders did somebody write?';

--changeset order:180-order-written-before
-- Orders erased so far are gone through once more: more of their texts is forgotten now than was then.
update sales_order set written_at = erased_at where erased_at is not null;
