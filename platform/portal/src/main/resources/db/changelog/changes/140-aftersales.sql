--liquibase formatted sql

--changeset aftersales:140-return
create sequence return_parcel_seq start with 1 increment by 50;
create table return_parcel
(
    id                bigint       not null primary key,
    version           int          not null,
    seller_id         bigint       not null,
    connection_id     bigint       not null,
    channel_parcel_id varchar(120) character set utf8mb4 collate utf8mb4_bin not null,
    carrier_code      varchar(40)  character set utf8mb4 collate utf8mb4_bin not null,
    number            varchar(60)  character set utf8mb4 collate utf8mb4_bin not null comment 'under which it travels',
    state             varchar(12)  character set utf8mb4 collate utf8mb4_bin not null,
    state_at          datetime(6)  not null,
    constraint return_parcel_of_seller unique (seller_id, id) comment 'target of foreign keys (seller_id, id)',
    constraint return_parcel_at_channel unique (seller_id, connection_id, channel_parcel_id) comment 'import: do we have it already?',
    constraint return_parcel_seller foreign key (seller_id) references seller (id),
    index return_parcel_number (seller_id, number) comment 'whose pieces travel under this number?'
) comment 'parcels that come back';

create sequence return_step_seq start with 1 increment by 50;
create table return_step
(
    id          bigint       not null primary key,
    seller_id   bigint       not null,
    parcel_id   bigint       not null,
    state       varchar(12)  character set utf8mb4 collate utf8mb4_bin not null,
    happened_at datetime(6)  not null,
    text        varchar(500) not null comment 'word for word; emptied with the buyer',
    constraint return_step_parcel foreign key (seller_id, parcel_id) references return_parcel (seller_id, id),
    index return_step_of (parcel_id, happened_at) comment 'what happened to a parcel'
) comment 'appended to, only texts are emptied with the buyer';

create sequence return_piece_seq start with 1 increment by 50;
create table return_piece
(
    id               bigint        not null primary key,
    version          int           not null,
    seller_id        bigint        not null,
    connection_id    bigint        not null,
    channel_order_id varchar(120)  character set utf8mb4 collate utf8mb4_bin not null,
    channel_item_id  varchar(120)  character set utf8mb4 collate utf8mb4_bin not null,
    order_id         bigint        comment 'null while its order is not known here',
    item_id          bigint,
    order_number     varchar(120)  character set utf8mb4 collate utf8mb4_bin not null comment 'empty while its order is not known here',
    sku              varchar(120)  character set utf8mb4 collate utf8mb4_bin not null,
    title            varchar(500)  not null,
    ean              varchar(20)   character set utf8mb4 collate utf8mb4_bin not null,
    price_amount     decimal(12, 2),
    price_currency   char(3)       character set utf8mb4 collate utf8mb4_bin,
    state            varchar(12)   character set utf8mb4 collate utf8mb4_bin not null comment 'as the channel has it',
    stage            varchar(12)   character set utf8mb4 collate utf8mb4_bin not null comment 'where it stands for the seller',
    changed_at       datetime(6)   not null,
    announced_at     datetime(6)   comment 'null if nobody announced it: lost, undeliverable',
    misdirected_to   varchar(120),
    parcel_id        bigint,
    carrier_code     varchar(40)   character set utf8mb4 collate utf8mb4_bin not null comment 'who brings it; empty if unknown',
    arrived_at       datetime(6),
    due_at           datetime(6)   not null comment 'when the channel decides itself; far away if it does not or nobody knows',
    received_at      datetime(6)   comment 'since when it lies on the bench',
    received_by      varchar(120),
    item_condition   char(1)       character set utf8mb4 collate utf8mb4_bin,
    reason           varchar(60)   character set utf8mb4 collate utf8mb4_bin comment 'why it was decided so',
    note             varchar(1000) not null comment 'of who received it; emptied with the buyer',
    fate             varchar(12)   character set utf8mb4 collate utf8mb4_bin not null comment 'back on the shelf or written off: once',
    wish             varchar(6)    character set utf8mb4 collate utf8mb4_bin comment 'a decision that is on its way to the channel',
    problem_code     varchar(80)   character set utf8mb4 collate utf8mb4_bin,
    problem_text     varchar(1000),
    decided_at       datetime(6),
    decided_by       varchar(120)  comment 'empty: the channel itself',
    constraint return_piece_of_seller unique (seller_id, id) comment 'target of foreign keys (seller_id, id)',
    constraint return_piece_at_channel unique (seller_id, connection_id, channel_item_id) comment 'import: do we have it already? bench: this piece',
    constraint return_piece_order foreign key (seller_id, order_id) references sales_order (seller_id, id),
    constraint return_piece_parcel foreign key (seller_id, parcel_id) references return_parcel (seller_id, id),
    index return_piece_stage (stage, due_at, id) comment 'the list by stage, most urgent first',
    index return_piece_stage_newest (stage, changed_at, id) comment 'the list of what is decided, newest first',
    index return_piece_due (due_at, id) comment 'what the channel is going to decide soon',
    index return_piece_newest (changed_at, id) comment 'the list of all, newest first; rates of a period',
    index return_piece_of (order_id) comment 'the pieces of an order that come back',
    index return_piece_number (seller_id, order_number) comment 'bench: by order number',
    index return_piece_ean (seller_id, ean, stage) comment 'bench: by the code on the goods',
    index return_piece_in (parcel_id) comment 'what is in a parcel',
    index return_piece_sku (seller_id, sku, changed_at) comment 'filter: SKU; how often a SKU comes back'
) comment 'pieces that come back, one row a piece';

create sequence return_number_seq start with 1 increment by 50;
create table return_number
(
    id           bigint      not null primary key,
    seller_id    bigint      not null,
    piece_id     bigint      not null,
    carrier_code varchar(40) character set utf8mb4 collate utf8mb4_bin not null,
    number       varchar(60) character set utf8mb4 collate utf8mb4_bin not null,
    constraint return_number_once unique (piece_id, carrier_code, number) comment 'the numbers of a piece',
    constraint return_number_piece foreign key (seller_id, piece_id) references return_piece (seller_id, id),
    index return_number_scanned (seller_id, number) comment 'bench: what was announced under this number?'
);

create sequence return_decision_seq start with 1 increment by 50;
create table return_decision
(
    id               bigint       not null primary key,
    version          int          not null,
    seller_id        bigint       not null,
    connection_id    bigint       not null,
    piece_id         bigint       not null,
    channel_order_id varchar(120) character set utf8mb4 collate utf8mb4_bin not null,
    channel_item_id  varchar(120) character set utf8mb4 collate utf8mb4_bin not null,
    verdict          varchar(6)   character set utf8mb4 collate utf8mb4_bin not null,
    item_condition   char(1)      character set utf8mb4 collate utf8mb4_bin not null,
    reason           varchar(60)  character set utf8mb4 collate utf8mb4_bin not null,
    state            varchar(8)   character set utf8mb4 collate utf8mb4_bin not null,
    open             tinyint      comment '1, or null once it is over',
    calling          char(36)     character set utf8mb4 collate utf8mb4_bin comment 'the call it is, or was last, sent with',
    lease_until      datetime(6)  comment 'then its caller counts as dead',
    since            datetime(6)  not null,
    due_at           datetime(6)  not null,
    tries            int          not null,
    problem_code     varchar(80)  character set utf8mb4 collate utf8mb4_bin,
    problem_text     varchar(1000),
    wanted_at        datetime(6)  not null,
    wanted_by        varchar(120) not null,
    constraint return_decision_once unique (seller_id, piece_id, open) comment 'one at a time: two clicks, two people, two nodes',
    constraint return_decision_piece foreign key (seller_id, piece_id) references return_piece (seller_id, id),
    index return_decision_open (connection_id, open, id) comment 'what is to be sent to a channel or looked up there',
    index return_decision_call (calling) comment 'what was sent together'
) comment 'the ledger of decisions: committed before they are sent';

create sequence price_cut_seq start with 1 increment by 50;
create table price_cut
(
    id               bigint         not null primary key,
    version          int            not null,
    seller_id        bigint         not null,
    connection_id    bigint         not null,
    order_id         bigint         not null,
    item_id          bigint         not null,
    channel_order_id varchar(120)   character set utf8mb4 collate utf8mb4_bin not null,
    channel_item_id  varchar(120)   character set utf8mb4 collate utf8mb4_bin not null,
    amount           decimal(12, 2) not null,
    currency         char(3)        character set utf8mb4 collate utf8mb4_bin not null,
    state            varchar(10)    character set utf8mb4 collate utf8mb4_bin not null,
    open             tinyint        comment '1 while it is to be sent or nobody knows whether it was, else null',
    watched          tinyint        comment '1 until the channel has the last word, else null',
    held_before      int            comment 'how many the channel held for the piece just before it was sent',
    lease_until      datetime(6),
    since            datetime(6)    not null,
    due_at           datetime(6)    not null,
    tries            int            not null,
    problem_code     varchar(80)    character set utf8mb4 collate utf8mb4_bin,
    problem_text     varchar(1000),
    wanted_at        datetime(6)    not null,
    wanted_by        varchar(120)   not null,
    constraint price_cut_once unique (seller_id, item_id, open) comment 'one of a piece at a time',
    constraint price_cut_order foreign key (seller_id, order_id) references sales_order (seller_id, id),
    index price_cut_watched (connection_id, watched, due_at) comment 'what is to be sent, looked up or followed',
    index price_cut_of (order_id, id) comment 'what was given back of an order'
) comment 'parts of prices that go back while the buyer keeps the piece: committed before they are sent';

create sequence unknown_return_seq start with 1 increment by 50;
create table unknown_return
(
    id          bigint        not null primary key,
    version     int           not null,
    seller_id   bigint        not null,
    code        varchar(120)  character set utf8mb4 collate utf8mb4_bin not null comment 'what was scanned',
    note        varchar(1000) not null comment 'what was in it; emptied after a while',
    received_at datetime(6)   not null,
    received_by varchar(120)  not null,
    piece_id    bigint        comment 'what it turned out to be',
    constraint unknown_return_of_seller unique (seller_id, id) comment 'target of foreign keys (seller_id, id)',
    constraint unknown_return_seller foreign key (seller_id) references seller (id),
    index unknown_return_open (piece_id, received_at, id) comment 'what nobody has matched yet'
) comment 'parcels that came and nobody had announced';

create sequence return_photo_seq start with 1 increment by 50;
create table return_photo
(
    id         bigint       not null primary key,
    seller_id  bigint       not null,
    piece_id   bigint,
    unknown_id bigint,
    taken_at   datetime(6)  not null,
    taken_by   varchar(120) not null,
    jpeg       longblob     not null,
    constraint return_photo_piece foreign key (seller_id, piece_id) references return_piece (seller_id, id),
    constraint return_photo_unknown foreign key (seller_id, unknown_id) references unknown_return (seller_id, id),
    index return_photo_of (piece_id, id) comment 'the pictures of a piece',
    index return_photo_taken (taken_at) comment 'which are to be forgotten'
) comment 'drawn anew, so nothing but what one sees; deleted with the buyer';

create table return_lane
(
    connection_id bigint      not null primary key,
    version       int         not null,
    seller_id     bigint      not null,
    changed_until datetime(6) comment 'everything that changed before is known',
    parcels_until datetime(6) comment 'every parcel that moved before is known',
    next_look_at  datetime(6) not null,
    looked_at     datetime(6),
    failures      int         not null comment 'in a row',
    error_code    varchar(80) character set utf8mb4 collate utf8mb4_bin,
    error_text    varchar(1000),
    failed_at     datetime(6),
    constraint return_lane_connection foreign key (seller_id, connection_id) references connection (seller_id, id) on delete cascade
) comment 'how far a channel''s returns are known';
