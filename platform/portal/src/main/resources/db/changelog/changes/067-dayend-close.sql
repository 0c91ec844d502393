--liquibase formatted sql

--changeset dayend:067-dayend-close
create sequence day_close_seq start with 1 increment by 50;
create table day_close
(
    id            bigint       not null primary key,
    version       int          not null,
    seller_id     bigint       not null,
    connection_id bigint       not null comment 'no foreign key: what was handed over outlives the contract',
    carrier       varchar(120) not null comment 'the connection''s name at that time',
    state         varchar(8)   character set utf8mb4 collate utf8mb4_bin not null,
    unfinished    tinyint      comment '1, or null once it is closed',
    attempt       int          not null,
    parcels       int          not null comment 'asked for in the newest attempt; of a closed one, those in it',
    weight_g      bigint       not null comment 'of those, together',
    since         datetime(6)  not null comment 'when it came into this state',
    lease_until   datetime(6)  comment 'no call can still be running afterwards',
    due_at        datetime(6)  comment 'when it is asked again by itself; null while a person has to mend something',
    problem_code  varchar(80)  character set utf8mb4 collate utf8mb4_bin,
    problem_text  varchar(2000),
    created_at    datetime(6)  not null,
    created_by    varchar(120) not null,
    constraint day_close_seller_key unique (seller_id, id) comment 'what foreign keys of the tenant refer to; the newest',
    constraint day_close_unfinished unique (seller_id, connection_id, unfinished)
        comment 'a carrier''s day is being closed once at a time, however many ask for it',
    constraint day_close_seller foreign key (seller_id) references seller (id)
);
create index day_close_of_connection on day_close (seller_id, connection_id, id) comment 'the newest of a carrier';

create sequence day_close_event_seq start with 1 increment by 50;
create table day_close_event
(
    id        bigint       not null primary key,
    seller_id bigint       not null,
    close_id  bigint       not null,
    attempt   int          not null,
    at        datetime(6)  not null,
    state     varchar(8)   character set utf8mb4 collate utf8mb4_bin not null comment 'the state it came into',
    actor     varchar(120) not null,
    code      varchar(80)  character set utf8mb4 collate utf8mb4_bin,
    text      varchar(2000),
    constraint day_close_event_of foreign key (seller_id, close_id) references day_close (seller_id, id)
) comment 'appended to, never changed but for a buyer who is forgotten';
create index day_close_event_history on day_close_event (seller_id, close_id, id) comment 'the history of a closing';

create sequence day_close_paper_seq start with 1 increment by 50;
create table day_close_paper
(
    id         bigint      not null primary key,
    seller_id  bigint      not null,
    close_id   bigint      not null,
    number     int         not null comment 'in the carrier''s order',
    own        boolean     not null comment 'drawn here, because the carrier gives no paper',
    type       varchar(8)  character set utf8mb4 collate utf8mb4_bin not null,
    sha256     char(64)    character set utf8mb4 collate utf8mb4_bin not null,
    size       int         not null comment '0 once it is erased with its buyers',
    content    longblob    not null,
    created_at datetime(6) not null,
    constraint day_close_paper_number unique (seller_id, close_id, number) comment 'the papers of a closing; stored once',
    constraint day_close_paper_of foreign key (seller_id, close_id) references day_close (seller_id, id)
);

--changeset dayend:067-dayend-plan
create table day_end_plan
(
    connection_id   bigint      not null primary key,
    version         int         not null,
    seller_id       bigint      not null,
    automatic       boolean     comment 'null: as the carrier wants it',
    at_time         time        comment 'in the seller''s zone; null: some minutes after the cut-off',
    overdue_since   datetime(6) comment 'parcels stay behind: the day should have been closed then',
    overdue_parcels int         not null,
    constraint day_end_plan_connection foreign key (seller_id, connection_id) references connection (seller_id, id) on delete cascade
) comment 'when a carrier''s day is closed by itself';
create index day_end_plan_overdue on day_end_plan (seller_id, overdue_since) comment 'the alarm in the drawer';
