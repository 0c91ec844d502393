--liquibase formatted sql

--changeset shipment:084-held-back
alter table parcel
    add column held_back_at datetime(6) comment 'something in it was cancelled after its label was bought: it is not handed over';
