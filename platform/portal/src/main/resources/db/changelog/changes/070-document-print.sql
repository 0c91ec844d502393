--liquibase formatted sql

--changeset document:070-print
create sequence document_print_seq start with 1 increment by 50;
create table document_print
(
    id         bigint       not null primary key,
    seller_id  bigint       not null,
    order_id   bigint       not null,
    slip       boolean      not null comment 'whether the packing slip was among it',
    labels     int          not null comment 'pages of labels',
    printed_at datetime(6)  not null,
    printed_by varchar(120) not null,
    constraint document_print_seller foreign key (seller_id) references seller (id)
);
create index document_print_order on document_print (seller_id, order_id, slip) comment 'prints of an order; whether its slip was printed';
