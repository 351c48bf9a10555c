comment on column hotel_request.sharing_ended_at is
    'personal; to tell the person that nobody shares the double room any more, or that they have no bed in one; emptied with the words';

-- as everywhere else, in the order in which they come
alter table hotel_sharing_end alter column id set default uuid_v7();
