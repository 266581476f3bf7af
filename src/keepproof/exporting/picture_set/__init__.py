"""Pictures for upload: copies that fit what a channel takes, numbered as in the complaint."""
