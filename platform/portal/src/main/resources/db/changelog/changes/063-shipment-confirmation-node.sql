--liquibase formatted sql

--changeset shipment:063-confirmation-node
alter table confirmation
    add column node_started datetime(6) after node;
