--liquibase formatted sql

--changeset casework:150-casework
create sequence support_case_seq start with 1 increment by 50;
create table support_case
(
    id            bigint       not null primary key,
    version       int          not null,
    seller_id     bigint       not null,
    connection_id bigint       not null comment 'the mailbox or help desk it came by and is answered through',
    number        varchar(12)  character set utf8mb4 collate utf8mb4_bin not null comment 'what people call it; stands in the subject of answers',
    state         varchar(8)   character set utf8mb4 collate utf8mb4_bin not null,
    subject       varchar(500) not null comment 'emptied with the buyer, as are the next two',
    buyer_address varchar(320) character set utf8mb4 collate utf8mb4_bin not null comment 'lower-case; mostly a pseudonym of the marketplace',
    buyer_name    varchar(200) not null,
    order_id      bigint,
    assignee_id   bigint,
    assignee_name varchar(120),
    opened_at     datetime(6)  not null,
    moved_at      datetime(6)  not null,
    answer_by     datetime(6)  comment 'until when the buyer is to have an answer; null while nobody waits for one',
    problem       varchar(40)  character set utf8mb4 collate utf8mb4_bin,
    erased_at     datetime(6),
    constraint support_case_seller_key unique (seller_id, id) comment 'what foreign keys of the tenant refer to',
    constraint support_case_number unique (seller_id, number) comment 'which case does an answer''s subject name?',
    constraint support_case_connection foreign key (seller_id, connection_id) references connection (seller_id, id),
    constraint support_case_order foreign key (seller_id, order_id) references sales_order (seller_id, id)
) comment 'one matter of one buyer';
create index support_case_open on support_case (state, answer_by, id) comment 'the inbox: who waits longest first';
create index support_case_moved on support_case (state, moved_at, id) comment 'waiting and solved ones, newest first; what is to be erased';
create index support_case_mine on support_case (assignee_id, state, answer_by) comment 'my cases, nobody''s cases';
create index support_case_address on support_case (seller_id, buyer_address, moved_at) comment 'what did this address write before?';

create sequence case_entry_seq start with 1 increment by 50;
create table case_entry
(
    id            bigint       not null primary key,
    seller_id     bigint       not null,
    case_id       bigint       not null,
    kind          varchar(10)  character set utf8mb4 collate utf8mb4_bin not null,
    code          varchar(40)  character set utf8mb4 collate utf8mb4_bin not null comment 'of a change: what changed',
    happened_at   datetime(6)  not null,
    actor         varchar(120) not null comment 'emptied with the buyer where it is the buyer',
    address       varchar(320) not null comment 'from whom; emptied with the buyer',
    body          mediumtext   not null comment 'emptied with the buyer',
    safe_html     mediumtext   not null comment 'what is left of the sender''s HTML; emptied with the buyer',
    connection_id bigint,
    message_key   char(64)     character set utf8mb4 collate utf8mb4_bin comment 'hash of the channel''s id: read twice, kept once',
    message_id    varchar(320) character set utf8mb4 collate utf8mb4_bin comment 'emptied with the buyer',
    constraint case_entry_seller_key unique (seller_id, id) comment 'what foreign keys of the tenant refer to',
    constraint case_entry_message unique (connection_id, message_key) comment 'a message is kept once, whoever reads it',
    constraint case_entry_case foreign key (seller_id, case_id) references support_case (seller_id, id)
) comment 'what came in and what was done; appended to';
create index case_entry_of on case_entry (case_id, id) comment 'the timeline of a case';
create index case_entry_thread on case_entry (connection_id, message_id) comment 'which case does a message answer?';
create index case_entry_address on case_entry (seller_id, address, happened_at) comment 'how much did this address send lately?';

create sequence case_answer_seq start with 1 increment by 50;
create table case_answer
(
    id          bigint       not null primary key,
    version     int          not null,
    seller_id   bigint       not null,
    case_id     bigint       not null,
    reference   varchar(35)  character set utf8mb4 collate utf8mb4_bin not null,
    state       varchar(10)  character set utf8mb4 collate utf8mb4_bin not null,
    reason      varchar(24)  character set utf8mb4 collate utf8mb4_bin not null comment 'why the buyer is written to, as the marketplace allows it',
    recipient   varchar(320) not null comment 'emptied with the buyer, as are the next three',
    subject     varchar(500) not null,
    body        mediumtext   not null,
    thread      text         not null,
    actor       varchar(120) not null,
    written_at  datetime(6)  not null,
    lease_until datetime(6) comment 'while it is being sent',
    error_code  varchar(80)  character set utf8mb4 collate utf8mb4_bin,
    error_text  varchar(1000),
    sent_at     datetime(6),
    message_id  varchar(320) character set utf8mb4 collate utf8mb4_bin,
    constraint case_answer_seller_key unique (seller_id, id) comment 'what foreign keys of the tenant refer to',
    constraint case_answer_reference unique (reference),
    constraint case_answer_case foreign key (seller_id, case_id) references support_case (seller_id, id)
) comment 'what goes out; sent once';
create index case_answer_of on case_answer (case_id, id) comment 'the answers of a case';
create index case_answer_message on case_answer (seller_id, message_id) comment 'which answer is replied to, or came back?';

create sequence case_file_seq start with 1 increment by 50;
create table case_file
(
    id         bigint       not null primary key,
    seller_id  bigint       not null,
    case_id    bigint       not null,
    entry_id   bigint comment 'came with this message',
    answer_id  bigint comment 'goes with this answer',
    name       varchar(160) not null,
    media_type varchar(60)  character set utf8mb4 collate utf8mb4_bin not null comment 'found out from the bytes, never the sender''s word',
    size       int          not null,
    content    longblob     not null,
    constraint case_file_case foreign key (seller_id, case_id) references support_case (seller_id, id)
) comment 'files with messages; removed with the buyer';
create index case_file_of on case_file (case_id) comment 'the files of a case';

create table case_tag
(
    seller_id bigint      not null,
    case_id   bigint      not null,
    tag       varchar(40) not null,
    primary key (case_id, tag),
    constraint case_tag_case foreign key (seller_id, case_id) references support_case (seller_id, id)
);

create table message_lane
(
    connection_id bigint       not null primary key,
    version       int          not null,
    seller_id     bigint       not null,
    place         varchar(500) character set utf8mb4 collate utf8mb4_bin comment 'how far the channel was read, in its own words',
    failures      int          not null comment 'in a row',
    not_before    datetime(6) comment 'backing off until then',
    error_code    varchar(80)  character set utf8mb4 collate utf8mb4_bin,
    error_text    varchar(1000),
    read_at       datetime(6),
    constraint message_lane_connection foreign key (seller_id, connection_id) references connection (seller_id, id) on delete cascade
) comment 'how far each mailbox is read';

create sequence answer_template_seq start with 1 increment by 50;
create table answer_template
(
    id        bigint       not null primary key,
    version   int          not null,
    seller_id bigint       not null,
    name      varchar(120) not null,
    language  char(2)      character set utf8mb4 collate utf8mb4_bin not null,
    reason    varchar(24)  character set utf8mb4 collate utf8mb4_bin not null,
    body      text         not null,
    constraint answer_template_name unique (seller_id, language, name),
    constraint answer_template_seller foreign key (seller_id) references seller (id)
) comment 'a seller''s own, beside those every seller has';

create table case_rule
(
    seller_id     bigint not null primary key,
    version       int    not null,
    answer_hours  int    not null comment 'business hours within which a buyer is to have an answer',
    constraint case_rule_seller foreign key (seller_id) references seller (id)
) comment 'how a seller answers';
