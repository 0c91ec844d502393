--liquibase formatted sql

--changeset tracking:131-channel-track
create table channel_track
(
    purchase_id  bigint      not null primary key comment 'the label that was reported',
    version      int         not null,
    seller_id    bigint      not null,
    raw_state    varchar(60) character set utf8mb4 collate utf8mb4_bin not null comment 'the newest the channel has heard, in its word; empty before it was asked',
    state        varchar(20) character set utf8mb4 collate utf8mb4_bin not null,
    state_at     datetime(6),
    looked_at    datetime(6),
    next_look_at datetime(6) comment 'null: never again',
    behind_since datetime(6) comment 'since when the channel should know what the carrier says; null while the two agree',
    constraint channel_track_parcel foreign key (seller_id, purchase_id) references tracked_parcel (seller_id, purchase_id)
) comment 'what the channel itself has heard of a parcel: a channel that sees nothing move counts it against the seller';
create index channel_track_due on channel_track (seller_id, next_look_at) comment 'of which parcels a channel is to be asked';
create index channel_track_behind on channel_track (seller_id, behind_since) comment 'list: the channel sees nothing';
