-- A room costs what it cost when it was confirmed: a new price of the hotel holds for rooms that are confirmed later.
alter table hotel_request add column price_cents integer;
update hotel_request r
set price_cents = (
    select coalesce(sum(n.price_cents), 0)
    from hotel_night n
    where n.hotel_id = r.hotel_id and n.room_type = r.room_type and r.check_in <= n.night and n.night < r.check_out)
where r.state = 'CONFIRMED';
alter table hotel_request
    add constraint ck_hotel_request_price check ((price_cents is not null) = (state = 'CONFIRMED') and price_cents >= 0);
