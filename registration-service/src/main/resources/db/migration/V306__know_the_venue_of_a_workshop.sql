-- The house in which a workshop takes place, when more than the city is known. For calendars and mails.
alter table workshop_view
    add column venue_name    text,
    add column venue_address text,
    add constraint ck_workshop_view_venue check ((venue_name is null) = (venue_address is null));
