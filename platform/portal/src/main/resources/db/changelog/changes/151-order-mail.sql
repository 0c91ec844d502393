--liquibase formatted sql

--changeset casework:151-order-mail
create index order_address_mail on order_address (seller_id, email) comment 'whose order is it that this mail address writes about?';
