-- WooCommerce: a key that was handed over waits here, sealed, until the merchant's browser is back.

alter table consent_state add column handed_over text;

-- Whether tax is in the prices that a store shows.
alter table store_profile add column tax_included boolean not null default true;
