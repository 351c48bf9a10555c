-- Whoever declines an offer, or has it taken back by organisers, is not offered a seat by itself until organisers put them first.
alter table waiting_entry
    add column set_aside boolean not null default false;
comment on column waiting_entry.set_aside is 'an offer to the person was declined or taken back: no other is made before organisers put them first';
