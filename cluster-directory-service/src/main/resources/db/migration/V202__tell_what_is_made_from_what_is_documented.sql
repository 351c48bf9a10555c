-- A lever can have its full strength because the one makes the other, without anybody having documented it.
alter table lever drop constraint ck_lever_strength;
alter table lever add constraint ck_lever_strength check (strength in ('DOCUMENTED', 'ACCEPTED', 'MAKES'));

-- The one of which that is known. No score changes: it stood in no low before.
with told as (
    update lever
    set strength = 'MAKES'
    where id = 'micro-nanoelectronics/26' and strength = 'DOCUMENTED' and confidence = 'INFERRED'
    returning id)
-- Whoever has read the model card is to read it again.
update directory_revision set number = number + 1 where exists (select from told);
