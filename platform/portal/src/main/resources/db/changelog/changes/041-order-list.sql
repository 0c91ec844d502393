--liquibase formatted sql

--changeset order:041-order-list
alter table sales_order
    add column weight_g     int         null comment 'of the pieces that are to go; null while one of them is unknown',
    add column weight_class varchar(10) character set utf8mb4 collate utf8mb4_bin not null default 'UNKNOWN' comment 'the filter asks for a class: a range would have no order to page in';

update sales_order o
    join (select i.order_id, sum(s.weight_g) as grams, count(*) as pieces, count(s.weight_g) as known
          from order_item i
                   join sales_order p on p.id = i.order_id
                   left join sku_info s
                             on s.seller_id = i.seller_id and s.connection_id = p.connection_id and s.sku = i.sku and s.weight_g > 0
          where i.state <> 'CANCELLED'
          group by i.order_id) w on w.order_id = o.id
set o.weight_g     = w.grams,
    o.weight_class = case
                         when w.grams <= 1000 then 'TO_1'
                         when w.grams <= 2000 then 'TO_2'
                         when w.grams <= 5000 then 'TO_5'
                         when w.grams <= 10000 then 'TO_10'
                         when w.grams <= 31500 then 'TO_31'
                         else 'OVER' end
where w.pieces = w.known;

create index sales_order_channel on sales_order (channel, due_at, id) comment 'filter: channel';
create index sales_order_country on sales_order (country, due_at, id) comment 'filter: country';
create index sales_order_carrier on sales_order (carrier, due_at, id) comment 'filter: carrier';
create index sales_order_light on sales_order (stock_light, due_at, id) comment 'filter: stock light';
create index sales_order_weight on sales_order (weight_class, due_at, id) comment 'filter: weight';
create index sales_order_hold on sales_order (on_hold, due_at, id) comment 'filter: on hold';
create index sales_order_newest on sales_order (stage, ordered_at, id) comment 'a stage tab sorted by when it was ordered';
create index sales_order_ordered on sales_order (ordered_at, id) comment 'all orders sorted by when they were ordered';

create table order_tag
(
    seller_id bigint      not null,
    tag       varchar(40) character set utf8mb4 collate utf8mb4_bin not null,
    order_id  bigint      not null,
    primary key (seller_id, tag, order_id) comment 'filter: which orders bear this tag? and which tags are there?',
    constraint order_tag_order foreign key (seller_id, order_id) references sales_order (seller_id, id),
    index order_tag_of (order_id, tag) comment 'the tags of an order'
) comment 'goes with the buyer: a tag may name one';
