-- What an order of the store looked like when it was looked at last: polls find what changed since.

alter table order_link
  add column store_changed_at datetime(6) null comment 'by the store''s clock';
