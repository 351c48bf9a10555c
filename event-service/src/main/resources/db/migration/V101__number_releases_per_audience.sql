-- Since which release the programme has been the same for the partner cities and for everybody: a reader is shown only
-- numbers under which something changed for them. What was released before counts as a change for all.
alter table programme_version add column partners_number integer;
alter table programme_version add column open_number integer;
alter table workshop add column latest_open_release integer;

alter table programme_version disable trigger programme_version_released_never_changes;
update programme_version set partners_number = number, open_number = number where number is not null;
alter table programme_version enable trigger programme_version_released_never_changes;
update workshop set latest_open_release = latest_release;

-- open <= partners <= number: a change for everybody is one for the partner cities, too
alter table programme_version add constraint ck_programme_version_numbers check (
    case when number is null
        then partners_number is null and open_number is null
        else partners_number is not null and open_number is not null
            and open_number >= 1 and partners_number >= open_number and number >= partners_number
    end);
alter table workshop add constraint ck_workshop_latest_open_release check (
    (latest_open_release is null) = (latest_release is null)
    and (latest_open_release is null or latest_open_release between 1 and latest_release));
