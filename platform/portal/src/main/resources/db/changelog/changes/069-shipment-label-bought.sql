--liquibase formatted sql

--changeset shipment:069-shipment-label-bought
create index label_purchase_day on label_purchase (bought_at) comment 'labels and spend by day, of the sellers in view';
