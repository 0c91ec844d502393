--liquibase formatted sql

--changeset document:071-design
create table paper_design
(
    seller_id       bigint      not null primary key comment 'how this seller wants their papers',
    version         int         not null,
    tongue          varchar(10) character set utf8mb4 collate utf8mb4_bin not null comment 'SELLER, BUYER, GERMAN, ENGLISH or CHINESE',
    article_numbers boolean     not null,
    eans            boolean     not null,
    return_labels   boolean     not null comment 'enclose them; OTTO forbids it',
    words           longtext    not null comment 'greeting and closing by language, as JSON',
    logo            mediumblob  comment 'PNG, redrawn by Logo',
    changed_at      datetime(6) not null,
    constraint paper_design_seller foreign key (seller_id) references seller (id) on delete cascade
);
