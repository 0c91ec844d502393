--liquibase formatted sql

--changeset print:072-print
create sequence print_station_seq start with 1 increment by 50;
create table print_station
(
    id            bigint       not null primary key,
    version       bigint       not null,
    name          varchar(80)  not null,
    token_hash    char(64)     character set utf8mb4 collate utf8mb4_bin comment 'SHA-256 of its agent''s token; null: it has no agent',
    label_printer bigint,
    slip_printer  bigint,
    seen_at       datetime(6)  comment 'when its agent last asked',
    created_at    datetime(6)  not null,
    unique index print_station_token (token_hash) comment 'whose agent asks?',
    unique index print_station_name (name) comment 'names tell stations apart'
);

create sequence printer_seq start with 1 increment by 50;
create table printer
(
    id         bigint       not null primary key,
    version    bigint       not null,
    name       varchar(80)  not null,
    station_id bigint       comment 'whose agent prints on it; null: the portal reaches it itself',
    route      varchar(10)  character set utf8mb4 collate utf8mb4_bin not null comment 'AGENT, IPP or RAW',
    address    varchar(300) not null comment 'ipp://host/printers/x, host:port, or the name the agent knows it by',
    language   varchar(10)  character set utf8mb4 collate utf8mb4_bin not null comment 'PDF, ZPL, EPL or PNG',
    density    varchar(10)  character set utf8mb4 collate utf8mb4_bin comment 'of a label printer: DPI_203, DPI_300, DPI_600',
    sheet      varchar(20)  character set utf8mb4 collate utf8mb4_bin not null comment 'how labels lie on its paper; empty: each as large as it is',
    constraint printer_station foreign key (station_id) references print_station (id),
    unique index printer_name (name) comment 'names tell printers apart'
);
alter table print_station
    add constraint print_station_label_printer foreign key (label_printer) references printer (id),
    add constraint print_station_slip_printer foreign key (slip_printer) references printer (id);

create sequence print_task_seq start with 1 increment by 50;
create table print_task
(
    id           bigint       not null primary key,
    version      bigint       not null,
    seller_id    bigint       not null,
    station_id   bigint       not null,
    printer_id   bigint       not null,
    title        varchar(200) not null,
    type         varchar(10)  character set utf8mb4 collate utf8mb4_bin not null,
    content      longblob     not null comment 'emptied some days after it was printed',
    orders       int          not null,
    state        varchar(10)  character set utf8mb4 collate utf8mb4_bin not null comment 'QUEUED, SENT, PRINTED, FAILED or CANCELLED',
    attempt      int          not null,
    problem_code varchar(60)  character set utf8mb4 collate utf8mb4_bin,
    problem_text varchar(1000),
    queued_at    datetime(6)  not null,
    queued_by    varchar(120) not null,
    sent_at      datetime(6),
    ended_at     datetime(6),
    constraint print_task_seller foreign key (seller_id) references seller (id) on delete cascade,
    constraint print_task_station foreign key (station_id) references print_station (id),
    constraint print_task_printer foreign key (printer_id) references printer (id),
    index print_task_next (station_id, state, id) comment 'what a station prints next',
    index print_task_newest (seller_id, id) comment 'the newest tasks of the sellers in view',
    index print_task_old (seller_id, state, ended_at) comment 'whose contents are kept no longer'
);
