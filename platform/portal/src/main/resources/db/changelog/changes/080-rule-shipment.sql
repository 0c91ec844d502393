--liquibase formatted sql

--changeset rule:080-rule-shipment
alter table shipment
    add column carrier_detail varchar(120) not null default '' comment 'what the reason leaves open: the name of the rule',
    add column carriers_considered longtext not null default '[]' comment 'JSON: what was weighed, with price and days',
    add column services longtext not null default '[]' comment 'JSON: what is added to the product';
