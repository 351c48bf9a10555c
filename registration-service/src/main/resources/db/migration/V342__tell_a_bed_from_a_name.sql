-- Whether the person may have lost their bed in somebody else's room (bed), or has named for their own room whoever has left.
alter table hotel_sharing_end add column bed boolean not null default false;
