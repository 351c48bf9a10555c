-- V331 looked at a table that is empty in a new installation, and a planner that believes it will stay so reads all of it each time, until
-- statistics come by themselves. Without them it expects some pages.
do $$
begin
    if not exists (select from application) and exists (select from pg_proc where proname = 'pg_clear_relation_stats') then
        perform pg_clear_relation_stats(current_schema()::text, 'application');
    end if;
end $$;
