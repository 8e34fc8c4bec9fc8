-- Dropping a column takes the checks over it along; a person has a number by NewPerson and its claim.
alter table people.person
    alter column particulars set not null,
    drop column social_insurance_number,
    drop column personal_id,
    drop column street,
    drop column phone,
    drop column email,
    add check ((address_layer is null) = (ward_code is null));

drop table people.plain_paper, people.plain_number_claim, people.plain_personal_id_claim, people.plain_person_change;
