-- Lists of clusters can be narrowed by who offers or looks for something, so whoever has read one is to read it again after a change
-- of these notices.
create function directory_changed() returns trigger
    language plpgsql as $$
begin
    update directory_revision set number = number + 1;
    return null;
end;
$$;
create trigger tr_cluster_offer_changed
    after insert or update or delete on cluster_offer
    for each statement execute function directory_changed();
