-- Yes counts one, no counts minus one. Kept on the application, so that an index holds the list in this order; the differences are added by the
-- database itself, which is right however many vote at once. No version is raised: a vote is no change of the application.
alter table application add column vote_score integer not null default 0;

create function application_vote_weight(opinion text) returns integer
    language sql immutable
    as $$ select case opinion when 'YES' then 1 when 'NO' then -1 else 0 end $$;

create function count_application_vote() returns trigger
    language plpgsql
    as $$
begin
    if tg_op <> 'INSERT' then
        update application set vote_score = vote_score - application_vote_weight(old.opinion)
        where id = old.application_id and application_vote_weight(old.opinion) <> 0;
    end if;
    if tg_op <> 'DELETE' then
        update application set vote_score = vote_score + application_vote_weight(new.opinion)
        where id = new.application_id and application_vote_weight(new.opinion) <> 0;
    end if;
    return null;
end
$$;

create trigger tr_application_vote_count
    after insert or update of opinion or delete on application_vote
    for each row execute function count_application_vote();

update application a set vote_score = v.score
from (select application_id, sum(application_vote_weight(opinion)) as score from application_vote group by application_id) v
where v.application_id = a.id and v.score <> 0;

create index ix_application_call_id_votes on application (call_id, vote_score desc, applied_at, id);
