-- What people say about days is asked again when the days have changed, and not when only the title or the house has. What is known already
-- counts as before: nobody knows any more what its last change was.
alter table workshop_view add column moved_at timestamptz;
update workshop_view set moved_at = changed_at;
alter table workshop_view alter column moved_at set not null;
