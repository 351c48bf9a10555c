comment on column hotel_request.shares_with is
    'personal; of the person and of somebody else; emptied with the logistics, when no room is wanted any more, and when whoever is named is erased unless it fits somebody else with a place';

-- Reminders are of the days on which the workshop is, and of the place that the person has.
comment on table hotel_reminder is 'who has been reminded to say whether they need a room, since the workshop is on its days; goes with the place';
comment on table logistics_reminder is 'who has been reminded to say how they come and what they need, since the workshop is on its days; goes with the place';
