--liquibase formatted sql

--changeset shipment:065-boxes
alter table confirmation
    add column sent_with bigint comment 'the report it was sent with: the boxes of a piece are reported at once';
update confirmation set sent_with = id where request is not null;
create index confirmation_sent_with on confirmation (seller_id, sent_with) comment 'what was sent with a report';
