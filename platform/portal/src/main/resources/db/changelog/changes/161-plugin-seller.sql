--liquibase formatted sql

--changeset plugin:161-seller
create table plugin_seller
(
    plugin_file_id bigint not null,
    seller_id      bigint not null,
    primary key (plugin_file_id, seller_id),
    constraint plugin_seller_file foreign key (plugin_file_id) references plugin_file (id) on delete cascade,
    constraint plugin_seller_seller foreign key (seller_id) references seller (id) on delete cascade
) comment 'the sellers a plugin is kept to; a plugin without rows is for all';
