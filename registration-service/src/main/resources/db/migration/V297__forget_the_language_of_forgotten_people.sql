-- The language was to write to somebody, and there is nobody to write to any more.
update application set language = 'und' where erased_at is not null;
